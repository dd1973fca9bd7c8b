export const useDesk = 'desk.use'
export const maySearch = 'desk.search'
