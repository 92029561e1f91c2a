import { run } from '../suite.js'

/** For a page, whose URL contains the addresses of the servers. */
for await (const finding of run(JSON.parse(decodeURIComponent(location.hash.slice(1)))))
  console.log(JSON.stringify(finding))
document.title = 'done'
