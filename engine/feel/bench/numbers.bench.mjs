// Prints nanoseconds per evaluation. Run after a build: node engine/feel/bench/numbers.bench.mjs [folder of a build]
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(process.argv[2] ?? new URL('../dist', import.meta.url).pathname);
const { evaluate, parseFeel } = await import(pathToFileURL(`${folder}/index.js`).href);

const variables = {
  amount: 150,
  rate: 0.21,
  limit: 1000.5,
  ratio: 0.3333333333333333,
  cents: Array.from({ length: 100 }, (_, index) => index * 37),
  prices: Array.from({ length: 100 }, (_, index) => Math.round(index * 37) / 100),
  measured: Array.from({ length: 100 }, (_, index) => index * 0.37),
};
const context = { variable: (name) => variables[name], now: 0 };

const groups = {
  'doubles say it': [
    'amount + 1',
    'amount * 3 - 7',
    'amount > 100',
    'amount = 150',
    'amount * rate',
    'limit - 0.25',
    'amount / 4',
    'amount in [100..200]',
    'decimal(limit * rate, 2)',
    'modulo(amount, 97)',
    'amount / 5',
    'sum(cents)',
    'sum(prices)',
    'max(cents)',
  ],
  'decimals say it': ['sum(measured)', 'amount / 7', 'ratio * amount', 'mean(cents) * 1.5', 'sqrt(amount)'],
  'more digits': ['modulo(51002604200000371428, 97)', '51002604200000371428 + 1', '51002604200000371428 > 1'],
};

const ROUND = 60;
const ROUNDS = 12;

const cpuMicroseconds = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** CPU time, and the best of some rounds: other work on the machine only makes them slower. */
const nanoseconds = (run) => {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [end, before] = [performance.now() + ROUND, cpuMicroseconds()];
    let count = 0;
    while (performance.now() < end) {
      for (let index = 0; index < 200; index += 1) run();
      count += 200;
    }
    best = Math.min(best, ((cpuMicroseconds() - before) / count) * 1e3);
  }
  return best;
};

for (const [group, expressions] of Object.entries(groups)) {
  console.log(group);
  for (const text of expressions) {
    const parsed = parseFeel(text, 'expression');
    console.log(
      `  ${text.padEnd(36)} ${nanoseconds(() => evaluate(parsed, context))
        .toFixed(0)
        .padStart(8)} ns`,
    );
  }
}
