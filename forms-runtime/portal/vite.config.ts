import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { chunkOf } from './chunks.ts';
import { compressed } from './compressed.ts';
import { firstPageBudget } from './first-page-budget.ts';
import { preloads } from './preloads.ts';

const platformUrl = process.env['IRISFLOW_PLATFORM_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: '/',
  plugins: [react(), firstPageBudget({ maxKilobytes: 120 }), preloads(), compressed()],
  resolve: { conditions: ['irisflow-source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
  // Nothing is inlined: the content security policy takes fonts and images from this origin alone.
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    sourcemap: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              debugName: 'first and form',
              name: (id, context) => chunkOf(id, (other) => context.getModuleInfo(other)),
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': platformUrl } },
});
