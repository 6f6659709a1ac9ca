import { type Static, Type } from 'typebox';
import { loadUsage, type Usage } from '../../../storage/load/load-usage.ts';
import { gives, givesNothing } from '../answer.ts';
import { isVisible } from '../parts.ts';
import { badRequest, RestProblem } from '../problem.ts';
import { noContent, ok, type RestContext, type Route, route } from '../route.ts';
import { Int, Moment, orNull, shape, Text } from '../schemas.ts';

const License = Type.Object({
  validLicense: Type.Boolean(),
  licenseType: Text,
  isCommercial: Type.Boolean(),
  expiresAt: orNull(Moment),
});

const licenseTraits = { summary: 'Says under which license the engine may be used.', answer: gives(License) };

const license = route('GET /license', licenseTraits, async () =>
  ok({ validLicense: true, licenseType: 'Apache-2.0', isCommercial: false, expiresAt: null }),
);

const Counts = { processInstances: Int, decisionInstances: Int, assignees: Int };
const Times = Type.Object({
  startTime: Moment,
  endTime: Moment,
  tenantId: Type.Optional(Text),
  withTenants: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])),
});

const timeOf = (text: string, name: string): number => {
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return time;
  throw badRequest(`Expected '${name}' to be a date and time in ISO 8601, but found '${text.slice(0, 100)}'`);
};

const sum = (usages: readonly Usage[], count: (usage: Usage) => number) =>
  usages.reduce((total, usage) => total + count(usage), 0);

const countsOf = (usages: readonly Usage[]) => ({
  processInstances: sum(usages, ({ processInstances }) => processInstances),
  decisionInstances: sum(usages, ({ decisionInstances }) => decisionInstances),
  assignees: sum(usages, ({ assignees }) => assignees),
});

const usageTraits = {
  summary: 'Counts started process instances, evaluated decisions and people with tasks in a time.',
  query: Times,
  answer: gives(
    Type.Object({
      ...Counts,
      activeTenants: Int,
      tenants: Type.Record(Text, Type.Object(Counts)),
    }),
  ),
};

const usageIn = async ({ startTime, endTime, tenantId }: Static<typeof Times>, { engine, database }: RestContext) => {
  const usages = await loadUsage(database, { from: timeOf(startTime, 'startTime'), to: timeOf(endTime, 'endTime') });
  return usages.filter(
    (usage) => isVisible(engine, usage.tenantId) && (tenantId === undefined || usage.tenantId === tenantId),
  );
};

const usage = route('GET /system/usage-metrics', usageTraits, async ({ query }, context) => {
  const usages = await usageIn(query, context);
  const tenants = Object.fromEntries(usages.map((one) => [one.tenantId, countsOf([one])]));
  return ok({
    ...countsOf(usages),
    activeTenants: usages.length,
    tenants: query.withTenants === 'true' ? tenants : {},
  });
});

const NOT_SETTABLE = new RestProblem(
  403,
  'FORBIDDEN',
  'Expected an engine whose clock may be set, but this one runs in production, on the clock of its machine; try things out where IRISFLOW_MODE is development',
);

const pinTraits = {
  summary: 'Stops the clock of the engine at a time; for tests.',
  body: shape({ timestamp: Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000 }) }),
  answer: givesNothing,
};

const pin = route('PUT /clock', pinTraits, async ({ body }, { clock }) => {
  if (clock.pin === undefined) throw NOT_SETTABLE;
  clock.pin(body.timestamp);
  return noContent;
});

const resetTraits = {
  summary: 'Lets the clock of the engine run with that of its machine again.',
  body: shape({}),
  answer: givesNothing,
};

const reset = route('POST /clock/reset', resetTraits, async (_call, { clock }) => {
  if (clock.reset === undefined) throw NOT_SETTABLE;
  clock.reset();
  return noContent;
});

export const systemRoutes: readonly Route[] = [license, usage, pin, reset];
