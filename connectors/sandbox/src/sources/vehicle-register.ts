import { vehicleSource } from './ask-vehicle.ts';

/** Vehicles by their number. In whose name another one's stands is not told. */
export const vehicleRegister = vehicleSource(
  {
    id: 'vehicle-register',
    title: 'Vehicle register',
    path: '/vehicle-register/vehicles/search',
    urlSetting: 'VEHICLE_REGISTER_URL',
    tokenSecret: 'VEHICLE_REGISTER_TOKEN',
  },
  ({ holder, vehicle }) => {
    const whose = vehicle.holder === undefined ? 'none' : vehicle.holder === holder ? 'self' : 'other';
    return {
      json: {
        vin: vehicle.vin,
        holder: whose,
        status: vehicle.status,
        plate: vehicle.plate ?? null,
        firstRegistration: vehicle.firstRegistration ?? null,
        make: vehicle.make,
        model: vehicle.model,
        category: vehicle.category,
        fuel: vehicle.fuel,
        euroStandard: vehicle.euroStandard ?? null,
      },
    };
  },
);
