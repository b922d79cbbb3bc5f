package io.hcdc.core.drill.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that answers every question at once with nothing, except for a known time in which it does not. */
final class StallingServer implements AutoCloseable {
    private static final byte[] ANSWER = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door = new ServerSocket(0, 2_000, InetAddress.getLoopbackAddress());
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Socket> waiting = new LinkedBlockingQueue<>();
    private volatile boolean stalled;
    private volatile double stalledMillis;
    private volatile byte[] answer = ANSWER;

    StallingServer() throws IOException {
        thread(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort() + "/";
    }

    /** Says nothing to anybody from now on, for so long; what was asked meanwhile is answered then, in its order. */
    void stall(long millis) {
        long began = System.nanoTime();
        stalled = true;
        thread(() -> {
            long end = began + TimeUnit.MILLISECONDS.toNanos(millis);
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            stalledMillis = (System.nanoTime() - began) / 1e6;
            release();
            for (Socket client = waiting.poll(); client != null; client = waiting.poll()) {
                answer(client);
            }
        });
    }

    /** How long it did so by its own clock, when that is over: a busy machine may have let it sleep longer. */
    double stalledMillis() {
        return stalledMillis;
    }

    void answers(String raw) {
        answer = raw.getBytes(StandardCharsets.US_ASCII);
    }

    /** The first lines of all questions. */
    Queue<String> asked() {
        return asked;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                thread(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                asked.add(line);
                while (!line.isEmpty()) {
                    line = in.readLine();
                }
                if (!waits(client)) {
                    answer(client);
                }
            }
        } catch (IOException e) {
            // The client has given up.
        }
    }

    private synchronized boolean waits(Socket client) {
        return stalled && waiting.add(client);
    }

    private synchronized void release() {
        stalled = false;
    }

    private void answer(Socket client) {
        try {
            client.getOutputStream().write(answer);
        } catch (IOException e) {
            // The client has given up.
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "stalling-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
