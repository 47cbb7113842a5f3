import type { DemoAgency } from './agencies.ts';
import type { DemoFigures } from './figures.ts';
import { addFigures } from './figures.ts';

type ByBody = Readonly<Partial<Record<DemoAgency['key'], DemoFigures>>>;

const bodies2024: ByBody = {
  office: {
    documents: { issued: 6, repealed: 2, inForce: 41 },
    carriedIn: [1, 0],
    results: { granted: [9, 3], partial: [2, 0], 'refused.internalAffairs': [1, 0], 'unavailable.notHeld': [7, 1] },
    carriedOut: [2, 0],
    review: { upheld: 1, corrected: 0, otherOutcome: 0, pending: 0 },
  },
  development: {
    documents: { issued: 2, repealed: 0, inForce: 9 },
    licences: 318,
    penalties: 4,
    carriedIn: [0, 0],
    results: { granted: [6, 8], 'unavailable.notHeld': [3, 1], 'notProcessed.duplicate': [1, 0] },
    carriedOut: [1, 0],
  },
  education: {
    documents: { issued: 3, repealed: 1, inForce: 12 },
    licences: 46,
    penalties: 2,
    fees: 38.6,
    carriedIn: [1, 0],
    results: { granted: [11, 1], partial: [1, 0], 'refused.thirdParty': [1, 0], 'unavailable.needsCreation': [2, 0] },
    carriedOut: [0, 0],
  },
  forestry: {
    documents: { issued: 1, repealed: 0, inForce: 7 },
    licences: 1264,
    penalties: 37,
    coercions: 3,
    fees: 112.45,
    carriedIn: [1, 0],
    results: { granted: [10, 2], partial: [1, 1], 'refused.enforcementFile': [1, 0], 'unavailable.notHeld': [4, 0] },
    carriedOut: [2, 1],
    review: { upheld: 1, corrected: 0, otherOutcome: 0, pending: 0 },
  },
  culture: {
    documents: { issued: 1, repealed: 0, inForce: 5 },
    licences: 34,
    penalties: 3,
    carriedIn: [0, 0],
    results: { granted: [4, 1], 'unavailable.notHeld': [1, 0] },
    carriedOut: [1, 0],
  },
  tourism: {
    licences: 12,
    penalties: 1,
    carriedIn: [0, 0],
    results: { granted: [5, 0], 'unavailable.notHeld': [1, 0] },
    carriedOut: [0, 1],
  },
  qinglan: {
    licences: 58,
    carriedIn: [0, 0],
    results: { granted: [5, 0], 'unavailable.notHeld': [2, 0] },
    carriedOut: [1, 0],
  },
  shiqiao: {
    licences: 21,
    carriedIn: [0, 0],
    results: { granted: [3, 1], 'notProcessed.petition': [1, 0] },
    carriedOut: [0, 0],
  },
};

const bodies2025: ByBody = {
  office: {
    documents: { issued: 5, repealed: 3, inForce: 43 },
    carriedIn: [2, 0],
    results: { granted: [12, 2], partial: [3, 0], 'refused.processInformation': [1, 0], 'unavailable.notHeld': [6, 2] },
    carriedOut: [1, 0],
    litigationDirect: { upheld: 1, corrected: 0, otherOutcome: 0, pending: 0 },
  },
  development: {
    documents: { issued: 1, repealed: 1, inForce: 9 },
    licences: 352,
    penalties: 6,
    carriedIn: [1, 0],
    results: { granted: [7, 9], 'unavailable.notHeld': [2, 2] },
    carriedOut: [0, 1],
  },
  education: {
    documents: { issued: 2, repealed: 0, inForce: 14 },
    licences: 51,
    penalties: 1,
    fees: 41.2,
    carriedIn: [0, 0],
    results: { granted: [13, 2], partial: [2, 0], 'unavailable.needsCreation': [1, 0] },
    carriedOut: [1, 0],
  },
  forestry: {
    documents: { issued: 2, repealed: 1, inForce: 8 },
    licences: 1309,
    penalties: 41,
    coercions: 2,
    fees: 98.3,
    carriedIn: [2, 1],
    results: { granted: [12, 3], partial: [2, 0], 'unavailable.notHeld': [5, 1] },
    carriedOut: [1, 0],
  },
  cultureTourism: {
    documents: { issued: 1, repealed: 1, inForce: 5 },
    licences: 49,
    penalties: 5,
    carriedIn: [1, 1],
    results: { granted: [6, 2], partial: [1, 0], 'unavailable.notHeld': [1, 0] },
    carriedOut: [1, 0],
  },
  qinglan: {
    licences: 63,
    carriedIn: [1, 0],
    results: { granted: [6, 0], partial: [1, 0], 'unavailable.notHeld': [1, 0] },
    carriedOut: [0, 0],
  },
  shiqiao: {
    licences: 24,
    carriedIn: [0, 0],
    results: { granted: [4, 1] },
    carriedOut: [0, 0],
  },
};

const withCounty = (bodies: ByBody): ByBody => ({ ...bodies, county: addFigures(Object.values(bodies)) });

export const demoFigures: Readonly<Record<2024 | 2025, ByBody>> = {
  2024: withCounty(bodies2024),
  2025: withCounty(bodies2025),
};
