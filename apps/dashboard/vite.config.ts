import * as mdi from '@mdi/js'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * Puts each icon's path where it is imported. `@mdi/js` is one module of seven thousand, so that a bundler puts all that
 * is used anywhere into one chunk; this way an icon comes with the view that shows it.
 */
function iconsInPlace(): Plugin {
  const paths = new Map(Object.entries(mdi))
  return {
    name: 'icons-in-place',
    enforce: 'pre',
    transform(code) {
      if (!code.includes("from '@mdi/js'")) return null
      return code.replace(/import \{([^}]*)\} from '@mdi\/js'/g, (_, names: string) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '')
          .map((name) => `const ${name} = ${JSON.stringify(paths.get(name))};`)
          .join(' '),
      )
    },
  }
}

/** Writes a `.gz` beside each text of the page, for a server that sends what was packed before. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    async writeBundle({ dir = here('dist') }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(html|js|css)$/.test(name))
      const pack = async (name: string): Promise<void> => {
        const path = join(dir, name)
        await writeFile(`${path}.gz`, gzipSync(await readFile(path), { level: 9 }))
      }
      await Promise.all(texts.map(pack))
    },
  }
}

/** What every view needs, and what those that show things need: few large files weigh less than many small ones. */
const groups = [
  {
    name: 'page',
    test: /node_modules\/(\.pnpm\/)?(preact|@preact)|src\/(app|data|parts\/(?!slider|switch|hold-button)|shell|words\/(words|format))/,
  },
  { name: 'things', test: /src\/home\/(?!rooms|undo|summary)/ },
  { name: 'controls', test: /src\/(controls\/(?!draw-curve)|parts\/(slider|switch|hold-button))/ },
  { name: 'chat', test: /src\/chat\// },
]

/** `vite build` makes the page; `--mode stories` adds the story page, which only tests look at. */
export default defineConfig(({ mode }) => ({
  root: here('.'),
  plugins: [iconsInPlace(), packed()],
  css: { modules: { generateScopedName: '[hash:base64:5]' } },
  build: {
    /** Browsers of 2024 on: they know `light-dark()`, so each colour is written once. */
    target: ['chrome123', 'firefox121', 'safari17.5'],
    /** The service sends `style-src 'self'; script-src 'self'`: nothing may be inlined. */
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: mode === 'stories' ? [here('index.html'), here('stories.html')] : here('index.html'),
      output: { codeSplitting: { groups } },
    },
  },
  server: { proxy: { '/api': { target: 'http://localhost:8484', ws: true } } },
}))
