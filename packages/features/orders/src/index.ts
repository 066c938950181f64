export { bindOrders } from './bind.ts';
export { ordersManifest } from './feature.manifest.ts';
