import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const platformUrl = process.env['IRISFLOW_PLATFORM_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: '/desk/',
  plugins: [react()],
  resolve: { conditions: ['irisflow-source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
  // Nothing is inlined: the content security policy takes fonts and images from this origin alone.
  build: { outDir: 'dist/app', emptyOutDir: true, assetsInlineLimit: 0, sourcemap: true },
  server: { proxy: { '/api': platformUrl } },
});
