${secret["pgpool-pcp-password"]}
