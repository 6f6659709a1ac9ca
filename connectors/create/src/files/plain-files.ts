import type { ConnectorDraft } from '../connector-draft.ts';
import { camelCase, nameOfType } from '../names.ts';
import { fileNameOf, secretOf } from './definition-file.ts';

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

export const packageFile = (draft: ConnectorDraft): string =>
  json({
    name: fileNameOf(draft),
    version: '0.1.0',
    private: true,
    type: 'module',
    scripts: {
      test: `tsc && node --test dist/${fileNameOf(draft)}.test.js`,
      start: 'node --env-file=.env dist/worker.js',
    },
    dependencies: { '@irisflow/connector-sdk': '0.1.0' },
    devDependencies: { '@types/node': '20.19.25', typescript: '6.0.3' },
    engines: { node: '>=20.20' },
  });

export const compilerFile = (): string =>
  json({
    compilerOptions: {
      target: 'es2023',
      module: 'nodenext',
      strict: true,
      skipLibCheck: false,
      types: ['node'],
      incremental: true,
      rootDir: 'src',
      outDir: 'dist',
    },
    include: ['src'],
  });

export const workerFile = (draft: ConnectorDraft): string => {
  const name = camelCase(nameOfType(draft.type));
  return `import { runWorkers } from '@irisflow/connector-sdk';
import { ${name} } from './${fileNameOf(draft)}.js';

process.exit(await runWorkers({ connectors: [${name}] }));
`;
};

/** What the worker reads at its start; the token comes from \`irisflow connector token add\`. */
export const settingsFile = (draft: ConnectorDraft): string => {
  const secret = secretOf(draft);
  return [
    'ZEEBE_ADDRESS=127.0.0.1:26500',
    'IRISFLOW_PLATFORM_URL=http://127.0.0.1:8080',
    'IRISFLOW_CONNECTOR_TOKEN=',
    'SOURCE_URL=http://127.0.0.1:4000',
    ...(secret === null ? [] : [`${secret}=`]),
    '',
  ].join('\n');
};

export const readmeFile = (draft: ConnectorDraft): string => `# ${draft.title}

A connector for Irisflow: jobs of the type \`${draft.type}\` are answered by \`${draft.method} ${draft.path}\`.

1. \`npm install\`, then \`npm test\`: the test asks a source that really listens.
2. Translate the texts in \`src/${fileNameOf(draft)}.ts\`, and say there what a model may catch.
3. Copy \`.env.example\` to \`.env\`, fill it in, and \`npm start\`: the worker tells the platform what it is, and analysts find it in the designer.
`;
