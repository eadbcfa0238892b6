export const listPath = '/employees'
export const registerPath = '/employees/register'
export const employeePath = (id: number): string => `/employees/${id}`
