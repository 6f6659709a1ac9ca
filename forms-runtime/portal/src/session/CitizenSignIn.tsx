import { SignInPage } from '@irisflow/frame';
import { isCitizen } from './citizen.ts';

/** Where visitors say who they are. */
export const CitizenSignIn = () => <SignInPage isWelcome={isCitizen} />;
