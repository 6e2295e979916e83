// The programs lie beside the package's module: the development server must leave it where it is.
export default { optimizeDeps: { exclude: ["fajian"] } };
