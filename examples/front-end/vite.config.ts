import { defineConfig } from 'vite'

const local = { host: '127.0.0.1' }

export default defineConfig({
  // `sceyt-platform` is a link to the root, which has its own msw.
  resolve: { dedupe: ['msw'] },
  server: { ...local, fs: { allow: ['.', '../../dist'] } },
  preview: local,
  build: { target: 'es2022' },
})
