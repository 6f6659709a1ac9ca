// Loaded before the server: lets it live so many days later, in all of its threads, while everything takes as long as it takes.
const ahead = Number(process.env.IRISFLOW_TEST_DAYS_AHEAD ?? 0) * 24 * 3_600_000;
const Real = globalThis.Date;

globalThis.Date = class Date extends Real {
  constructor(...parts) {
    super(...(parts.length === 0 ? [Real.now() + ahead] : parts));
  }

  static now() {
    return Real.now() + ahead;
  }

  // Those that came from another thread were made by the class that this one stands for.
  static [Symbol.hasInstance](value) {
    return Object.prototype.toString.call(value) === '[object Date]';
  }
};
