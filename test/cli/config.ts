import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder with profiles, for one test. */
export interface TestConfig {
  folder: string
  /** The file with the profiles. */
  path: string
  /** An environment that names the folder, and the variables of the test. */
  environment: NodeJS.ProcessEnv
}

/**
 * Creates a folder for profiles.
 *
 * @param profiles - What the file contains; no file if it is left out.
 */
export async function createConfig(
  profiles?: Record<string, unknown> | string,
  variables: Record<string, string> = {},
): Promise<TestConfig> {
  const folder = await mkdtemp(join(tmpdir(), 'sceyt-profiles-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'profiles.json')
  if (profiles !== undefined) {
    await writeFile(path, typeof profiles === 'string' ? profiles : JSON.stringify(profiles))
    await chmod(path, 0o600)
  }
  return { folder, path, environment: { PATH: process.env['PATH'], SCEYT_CONFIG_DIR: folder, ...variables } }
}
