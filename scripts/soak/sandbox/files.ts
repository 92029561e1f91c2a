import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Random } from './random.js'

/**
 * Copies a data file and everything beside it whose name begins with its name, as a process leaves it when it is killed now. The
 * lock stays, since the process that holds it is alive.
 *
 * @param folder - The new folder.
 * @returns The copy of the data file.
 */
export function copyAll(file: string, folder: string): string {
  const name = basename(file)
  mkdirSync(folder)
  const names = readdirSync(dirname(file)).filter((other) => other.startsWith(name) && other !== `${name}.lock`)
  // A merge in the background replaces the file first and shortens the log afterwards, so the log is copied before the file.
  for (const other of [...names.filter((it) => ![name, `${name}.log`].includes(it)), `${name}.log`, name])
    copyIfPresent(join(dirname(file), other), join(folder, other))
  return join(folder, name)
}

/** Copies the files as of a process killed in a merge, after it replaced the file and before it shortens the log. */
export function replaceSnapshot(copy: string, merged: string): void {
  copyFileSync(merged, copy)
}

/** Adds the files of a process that is killed while it writes a snapshot or a shorter log. */
export function addUnfinished(copy: string, merged: string, random: Random): void {
  for (const [source, target] of [
    [merged, `${copy}.tmp`],
    [`${copy}.log`, `${copy}.log.tmp`],
  ] as const) {
    const bytes = sizeOf(source) === 0 ? Buffer.alloc(0) : readFileSync(source)
    if (random.chance(0.7)) writeFileSync(target, bytes.subarray(0, random.below(bytes.length + 1)))
  }
}

/** Cuts a log anywhere after its first bytes. */
export function cutLog(copy: string, first: number, random: Random): void {
  const log = `${copy}.log`
  const size = sizeOf(log)
  if (size > first) truncateSync(log, first + random.below(size - first))
}

/** Returns the size of the log, and an id that another file of that name does not have. */
export function logOf(file: string): { size: number; id: string } {
  const found = statSync(`${file}.log`, { throwIfNoEntry: false, bigint: true })
  return { size: Number(found?.size ?? 0), id: String(found?.ino) }
}

/** Returns a text that changes when the file is replaced. */
export function versionOf(file: string): string {
  const { ino, mtimeNs } = statSync(file, { bigint: true })
  return `${ino} ${mtimeNs}`
}

/** Returns whether there is a file that a process was writing when it was killed. */
export function hasUnfinished(file: string): boolean {
  return readdirSync(dirname(file)).some((name) => name.endsWith('.tmp'))
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function copyIfPresent(source: string, target: string): void {
  try {
    cpSync(source, target, { recursive: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
