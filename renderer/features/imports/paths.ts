export const importPath = '/employees/import'
