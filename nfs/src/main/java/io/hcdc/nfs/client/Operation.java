package io.hcdc.nfs.client;

/** The operations of NFSv4.1 (RFC 8881, section 18) that are used here. */
enum Operation {
    CLOSE(4),
    COMMIT(5),
    GETATTR(9),
    GETFH(10),
    OPEN(18),
    PUTFH(22),
    PUTROOTFH(24),
    READ(25),
    REMOVE(28),
    SETATTR(34),
    WRITE(38),
    EXCHANGE_ID(42),
    CREATE_SESSION(43),
    DESTROY_SESSION(44),
    SEQUENCE(53),
    DESTROY_CLIENTID(57),
    RECLAIM_COMPLETE(58);

    private final int number;

    Operation(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
