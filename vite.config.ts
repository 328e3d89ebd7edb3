import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The workbench's bundle. What changes with antd or React only keeps its name from release to release. */
export default defineConfig({
  root: here('src/apps/staff'),
  base: '/workbench/',
  plugins: [react()],
  build: {
    outDir: here('dist/workbench'),
    emptyOutDir: true,
    target: ['chrome87', 'firefox102', 'safari14'],
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 2 },
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 1200,
  },
});
