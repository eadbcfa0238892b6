export const listPath = '/employees'
export const registerPath = '/employees/register'
export const archivedPath = '/employees/archived'
export const employeePath = (id: number): string => `/employees/${id}`
