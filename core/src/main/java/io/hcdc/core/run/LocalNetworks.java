package io.hcdc.core.run;

import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** The networks this machine itself is in. */
public final class LocalNetworks {
    private LocalNetworks() {}

    /** This machine's address in each of them with the network's prefix, e.g. {@code 10.77.64.1/24}. */
    public static List<String> subnets() {
        List<String> subnets = new ArrayList<>();
        try {
            for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
                for (InterfaceAddress address : card.getInterfaceAddresses()) {
                    subnets.add(address.getAddress().getHostAddress() + "/" + address.getNetworkPrefixLength());
                }
            }
        } catch (SocketException e) {
            return List.of();
        }
        return subnets;
    }
}
