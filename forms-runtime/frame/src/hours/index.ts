export { HourPicker } from './HourPicker.tsx';
export { freeHoursKey } from './use-free-hours.ts';
