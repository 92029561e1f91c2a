import type { BundledPackage } from '../build/notices.js'
import { run } from '../lib/run.js'

interface Component {
  'bom-ref': string
  name: string
  version: string
  scope?: string
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
 * is in `dist/`, which are marked with the property `cdx:npm:package:bundled`.
 *
 * @param folder - The repository, with its packages installed.
 * @throws Error if a bundled package is not installed.
 */
export async function makeSbom(folder: string, bundled: readonly BundledPackage[]): Promise<string> {
  const list = async (...options: string[]) => {
    const command = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'library', ...options]
    return JSON.parse(await run('npm', command, { cwd: folder })) as Sbom
  }
  const [sbom, all] = await Promise.all([list('--omit', 'dev', '--omit', 'peer', '--omit', 'optional'), list()])
  const { component } = sbom.metadata
  // npm gives the name of the folder.
  component.name = component['bom-ref'].slice(0, component['bom-ref'].lastIndexOf('@'))
  const own = sbom.dependencies.find(({ ref }) => ref === component['bom-ref'])
  if (!own) throw new Error(`The SBOM has no dependencies of ${component['bom-ref']}.`)
  for (const { name, version } of bundled) {
    const found = all.components.find((it) => it.name === name && it.version === version)
    if (!found) throw new Error(`${name} ${version} is bundled, and not installed.`)
    const ref = found['bom-ref']
    const listed = sbom.components.find((it) => it['bom-ref'] === ref)
    const entry = listed ?? { ...found, scope: 'required' }
    entry.properties = [{ name: 'cdx:npm:package:bundled', value: 'true' }]
    if (listed) continue
    sbom.components.push(entry)
    // What a bundled package depends on is bundled too, or is not used.
    sbom.dependencies.push({ ref, dependsOn: [] })
    own.dependsOn.push(ref)
  }
  // Where a package was downloaded from depends on the machine.
  for (const entry of [component, ...sbom.components])
    entry.externalReferences = entry.externalReferences?.filter(({ type }) => type !== 'distribution') ?? []
  sbom.components.sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1))
  return `${JSON.stringify(sbom, null, 2)}\n`
}
