import type { Plan } from './plan.js'
import type { Prepared } from './prepare.js'

/** Prints the content of a release, its notes, and what will be committed, tagged and published. */
export function printRelease({ version, date, notes }: Plan, { tarball, sbom, changes }: Prepared): string {
  const { components } = JSON.parse(sbom) as { components: { name: string; version: string }[] }
  const files = tarball.files.map(({ path, size }) => `${kilobytes(size).padStart(9)}  ${path}`)
  const sections = {
    [`Files of ${tarball.filename}`]: files.join('\n'),
    'Software bill of materials (sbom.cdx.json)': components.map((it) => `${it.name} ${it.version}`).join('\n'),
    'Release notes': `# ${version} - ${date}\n\n${notes}`,
    [`Commit "Release ${version}"`]: changes.trimEnd(),
    Tag: `v${version}`,
    'Published by the workflow': `${tarball.filename}: ${files.length} files, ${kilobytes(tarball.size)}, unpacked ${kilobytes(tarball.unpackedSize)}`,
  }
  return Object.entries(sections)
    .map(([title, text]) => `=== ${title}\n${text}\n`)
    .join('\n')
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
