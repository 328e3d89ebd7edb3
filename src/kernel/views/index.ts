/** The portal's parts: everything a page may draw with. */
export * from './fields.tsx';
export * from './figures.tsx';
export * from './form.tsx';
export * from './layout.tsx';
export * from './map-view.ts';
export * from './page-context.ts';
export * from './place-map.tsx';
export * from './qr.tsx';
export * from './safe-link.tsx';
export * from './show.tsx';
