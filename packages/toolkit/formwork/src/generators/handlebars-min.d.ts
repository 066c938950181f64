/** The bundled build: one file, which loads three times as fast as the package's own forty. */
declare module 'handlebars/dist/handlebars.min.js' {
  import Handlebars from 'handlebars';
  export default Handlebars;
}
