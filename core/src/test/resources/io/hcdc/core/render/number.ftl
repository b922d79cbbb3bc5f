${number} ${yes}
