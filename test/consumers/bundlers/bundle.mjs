/** Bundles a program with a tool, and prints the tool's warnings: `node bundle.mjs TOOL REQUEST`. */
const [, , tool, request] = process.argv
const modules = { esbuildToCommonJs: 'esbuild', vite7: 'vite', bun: 'binaries' }
const { [tool]: bundle } = await import(`./tools/${modules[tool] ?? tool}.mjs`)
const warnings = await bundle(JSON.parse(request)).catch(({ message, errors }) => [
  errors?.map(({ text }) => text).join('\n') || message,
])
process.stdout.write(`\n${JSON.stringify(warnings)}\n`, () => process.exit())
