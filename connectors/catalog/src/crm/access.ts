import { expectShape, incident, type RunContext } from '@irisflow/connector-sdk';
import { Type, type Static } from 'typebox';

const Access = Type.Object({
  url: Type.String({ pattern: '^https?://' }),
  clientId: Type.String({ minLength: 1 }),
  clientSecret: Type.String({ minLength: 1 }),
});

/** Where the CRM of an administration is and as whom we sign in there. */
export type CrmAccess = Static<typeof Access>;

/** `CRM_ACCESS`: by the key of an administration, its CRM. */
const AllAccess = Type.Record(Type.String(), Access);

/** The CRM of the administration whose case it is: nobody reads or writes that of another one. */
export const crmOf = async (context: RunContext): Promise<CrmAccess> => {
  const all = expectShape(AllAccess, parse(context.secret('CRM_ACCESS')), 'the secret CRM_ACCESS');
  const administration = await context.administration();
  const access = Object.hasOwn(all, administration) ? all[administration] : undefined;
  if (access !== undefined) return access;
  throw incident(`Expected the operator to configure a CRM for ${administration}, but there is none.`);
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
