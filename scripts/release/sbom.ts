import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BundledPackage } from '../build/notices.js'
import { run } from '../lib/run.js'

interface Component {
  'bom-ref': string
  type: 'library'
  name: string
  version: string
  scope: 'required'
  purl: string
  licenses: { license: { id: string } }[]
  hashes?: { alg: 'SHA-512'; content: string }[]
  properties?: { name: string; value: string }[]
  externalReferences?: { type: string; url: string }[]
}

/** The parts of a CycloneDX document that are changed here. */
interface Sbom {
  metadata: { component: Component }
  components: Component[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

/**
 * Makes the software bill of materials of the package, in the format CycloneDX: its dependencies, and the packages whose code
 * is in `dist/`, which have the property `cdx:npm:package:bundled`.
 *
 * @param folder - The repository. Only its lock file is read.
 * @throws Error if a bundled package is not in the lock file.
 */
export async function makeSbom(folder: string, bundled: readonly BundledPackage[]): Promise<string> {
  const omitted = ['dev', 'peer', 'optional'].flatMap((type) => ['--omit', type])
  const command = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'library', ...omitted]
  const sbom = JSON.parse(await run('npm', command, { cwd: folder })) as Sbom
  const { component } = sbom.metadata
  const own = sbom.dependencies.find(({ ref }) => ref === component['bom-ref'])
  if (!own) throw new Error(`The SBOM has no dependencies of ${component['bom-ref']}.`)
  // npm gives the name of the folder.
  component.name = component['bom-ref'].slice(0, component['bom-ref'].lastIndexOf('@'))
  const hashOf = await hashesIn(join(folder, 'package-lock.json'))
  for (const found of bundled) {
    const ref = `${found.name}@${found.version}`
    const listed = sbom.components.find((it) => it['bom-ref'] === ref)
    const entry = listed ?? componentOf(found, hashOf(ref))
    entry.properties = [{ name: 'cdx:npm:package:bundled', value: 'true' }]
    if (listed) continue
    sbom.components.push(entry)
    // What a bundled package depends on is bundled too, or is not used.
    sbom.dependencies.push({ ref, dependsOn: [] })
    own.dependsOn.push(ref)
  }
  // Where a package was downloaded from depends on the machine.
  for (const entry of sbom.components)
    entry.externalReferences = entry.externalReferences?.filter(({ type }) => type !== 'distribution') ?? []
  sbom.components.sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1))
  return `${JSON.stringify(sbom, null, 2)}\n`
}

function componentOf({ name, version, license }: BundledPackage, hash: string): Component {
  return {
    'bom-ref': `${name}@${version}`,
    type: 'library',
    name,
    version,
    scope: 'required',
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licenses: [{ license: { id: license } }],
    hashes: [{ alg: 'SHA-512', content: hash }],
  }
}

/** Returns a function that looks up the SHA-512 of a package, such as `hono@4.13.19`, in hexadecimal digits. */
async function hashesIn(lockFile: string): Promise<(ref: string) => string> {
  const { packages } = JSON.parse(await readFile(lockFile, 'utf8')) as {
    packages: Record<string, { version: string; integrity?: string }>
  }
  const hashes = new Map<string, string>()
  for (const [path, { version, integrity }] of Object.entries(packages)) {
    const digest = integrity?.startsWith('sha512-') ? Buffer.from(integrity.slice(7), 'base64').toString('hex') : ''
    hashes.set(`${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`, digest)
  }
  return (ref) => {
    const hash = hashes.get(ref)
    if (!hash) throw new Error(`${ref} is bundled, and is not in package-lock.json.`)
    return hash
  }
}
