import { build } from '../../src/build/build.ts';

/** The tests run against what a start runs: generated client, built assets. */
export default async function setup(): Promise<void> {
  await build();
}
