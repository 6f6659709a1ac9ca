import { useSession, type PersonView } from '@irisflow/client';

/** Whether somebody has personal pages here. */
export const isCitizen = ({ roles }: Pick<PersonView, 'roles'>): boolean => roles.includes('citizen');

/** Personal questions are asked for citizens only; the platform would refuse anybody else. */
export const useIsCitizen = (): boolean => {
  const person = useSession().data?.person ?? null;
  return person !== null && isCitizen(person);
};
