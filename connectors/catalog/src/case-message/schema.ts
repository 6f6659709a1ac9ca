import { PLATFORM_CALLS } from '@irisflow/connector-sdk';
import { Type, type Static } from 'typebox';

const { toCase, message, data } = PLATFORM_CALLS.tellCase.request.properties;

export const Input = Type.Object({ toCase, messageName: message, data });

export const Output = PLATFORM_CALLS.tellCase.response;

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
