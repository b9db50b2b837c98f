import { answeringFigures } from './answering.ts';
import { inColumns } from './load.ts';
import { pageFigures, sizes } from './pages.ts';

/**
 * npm run bench [-- pages | alone | real | large | answering]: the pages of a company of 500 products, alone, then on a platform of 450
 * companies, then of 100,000 products; then what those who answer wait for. What matters is the growth, the number of queries and the share
 * of a bare route: the rest is this machine's. On PostgreSQL with TEST_DATABASE_URL, else on the embedded database.
 */
const asked = process.argv[2] ?? 'all';
const chosen = ['all', 'pages'].includes(asked) ? Object.keys(sizes) : asked in sizes ? [asked] : [];
if (chosen.length > 0) process.stdout.write(`${inColumns(await pageFigures(chosen))}\n\n`);
if (['all', 'answering'].includes(asked)) process.stdout.write(`${inColumns(await answeringFigures())}\n`);
