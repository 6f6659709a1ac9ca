import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const platformUrl = process.env['IRISFLOW_PLATFORM_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: '/designer/',
  plugins: [react()],
  resolve: { conditions: ['irisflow-source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
  // The modeling libraries are each far above the warning; they load on their own routes only.
  build: { outDir: 'dist/app', emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 2500, sourcemap: true },
  server: { proxy: { '/api': platformUrl } },
});
