import react from '@vitejs/plugin-react'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const worthPacking = /\.(js|css|html|svg|json)$/

/** Packs each file once at build, so that the server never compresses the same script twice. */
function packed(folder: string): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    closeBundle() {
      for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const file = join(folder, path)
        if (!worthPacking.test(path) || statSync(file).size < 1024) continue
        const text = readFileSync(file)
        writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
        writeFileSync(`${file}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
      }
    }
  }
}

export default defineConfig({
  publicDir: 'src/web/public',
  plugins: [react(), packed('dist/console')],
  build: { outDir: 'dist/console', emptyOutDir: true, target: 'es2022', sourcemap: false, reportCompressedSize: false, chunkSizeWarningLimit: 800 },
  server: { host: '127.0.0.1', proxy: { '/api': process.env.CHANGKE_SERVER ?? 'http://127.0.0.1:3000' } }
})
