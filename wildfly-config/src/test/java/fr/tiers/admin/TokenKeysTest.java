package fr.tiers.admin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TokenKeysTest {

    @TempDir
    Path folder;

    @Test
    void thePairIsMadeOnceAndItsSecretIsReadableByItsOwnerAlone() throws Exception {
        TokenKeys keys = TokenKeys.in(folder);
        assertThat(TokenKeys.in(folder)).isEqualTo(keys);
        assertThat(keys.publicKey()).doesNotContain("\n").startsWith("-----BEGIN PUBLIC KEY-----");
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.privateKeyFile())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatThePrivateKeySignsThePublicKeyVerifies() throws Exception {
        TokenKeys keys = TokenKeys.in(folder);
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        PrivateKey secret = rsa.generatePrivate(new PKCS8EncodedKeySpec(der(Files.readString(keys.privateKeyFile()))));
        PublicKey known = rsa.generatePublic(new X509EncodedKeySpec(der(keys.publicKey())));

        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(secret);
        signature.update(new byte[] {1, 2, 3});
        byte[] signed = signature.sign();
        signature.initVerify(known);
        signature.update(new byte[] {1, 2, 3});
        assertThat(signature.verify(signed)).isTrue();
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }
}
