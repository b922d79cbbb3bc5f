${id}
