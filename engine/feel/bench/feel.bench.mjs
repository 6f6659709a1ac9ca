// Prints evaluations per second beside the oracle's. Run after a build: node engine/feel/bench/feel.bench.mjs
import { evaluate as evaluateOracle } from 'feelin';

import { evaluate, parseFeel } from '../dist/index.js';

const variables = {
  amount: 150,
  status: 'open',
  items: Array.from({ length: 20 }, (_, index) => ({ price: index, name: `n${index}` })),
  birth: '1990-05-17',
};
const context = { variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined), now: 0 };

const perSecond = (run, milliseconds) => {
  for (let index = 0; index < 50; index += 1) run();
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < milliseconds) {
    for (let index = 0; index < 100; index += 1) run();
    count += 100;
  }
  return (count / (performance.now() - start)) * 1000;
};

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

const expressions = [
  'amount > 100 and status = "open"',
  'if amount * 0.21 > 20 then "high" else "low"',
  'sum(items[price > 10].price)',
  'for i in items return i.price * 2',
  'upper case(substring(status, 2))',
  'date(birth) + duration("P18Y") <= today()',
];

for (const text of expressions) {
  const parsed = parseFeel(text, 'expression');
  const ours = perSecond(() => evaluate(parsed, context), 500);
  const theirs = perSecond(() => evaluateOracle(text, variables, 'camunda'), 500);
  console.log(
    `${text.padEnd(48)} ${number.format(ours).padStart(12)}/s   feelin ${number.format(theirs).padStart(8)}/s   x${number.format(ours / theirs)}`,
  );
}
