/** The page Requests. */
export function RequestsPage() {
  return <h1>Requests</h1>
}
