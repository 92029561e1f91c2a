import { generateApi } from 'swagger-typescript-api'
import type { Tool } from '../tool.js'

export const swaggerTypescriptApi: Tool = {
  name: 'swagger-typescript-api',
  folder: 'swagger-typescript-api',
  async generate(input, output) {
    await generateApi({ input, output, fileName: 'api.ts', httpClientType: 'fetch', silent: true })
  },
}
