/** The options of `sceyt-platform doctor`. */
export interface DoctorValues {
  profile?: string
  apiUrl?: string
  appId?: string
  baseUrl?: string
  apiKeyHeader: string
  filterSeparator?: string
  timeout: number
  totalTimeout: number
}
