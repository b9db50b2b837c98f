import { build as esbuild } from 'esbuild';
import { root } from '../root.ts';
import { filesOf, type Step } from './step.ts';

/** The server, the commands and the threads, each as one file that Node runs without a compiler. */
export const bundle: Step = {
  name: 'bundle',
  inputs: ['src', 'package.json', 'tsconfig.json'],
  output: 'dist/server.js',
  async run() {
    await esbuild({
      absWorkingDir: root,
      entryPoints: (await filesOf('src')).filter(
        (path) => path === 'src/server.ts' || path.startsWith('src/commands/') || path.endsWith('/worker.ts'),
      ),
      outbase: 'src',
      outdir: 'dist',
      bundle: true,
      packages: 'external',
      platform: 'node',
      target: 'node20',
      format: 'esm',
      sourcemap: true,
      logLevel: 'warning',
    });
  },
};
