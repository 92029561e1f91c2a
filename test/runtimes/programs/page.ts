import { run } from '../suite.js'

/** For a page, whose address tells where the servers are. */
for await (const finding of run(JSON.parse(decodeURIComponent(location.hash.slice(1)))))
  console.log(JSON.stringify(finding))
document.title = 'done'
