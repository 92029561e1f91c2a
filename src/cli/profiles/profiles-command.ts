import type { Command } from 'commander'
export function addProfilesCommand(_p: Command): void {}
