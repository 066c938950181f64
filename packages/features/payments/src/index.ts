export { bindPayments } from './bind.ts';
export { paymentsManifest } from './feature.manifest.ts';
