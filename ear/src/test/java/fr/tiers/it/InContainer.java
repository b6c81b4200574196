package fr.tiers.it;

import java.util.concurrent.Callable;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** Tests that run inside the server, in a small archive of their own that sees the classes of the deployed EAR. */
public final class InContainer {

    private InContainer() {}

    /** The archive of one test class. */
    public static WebArchive archive(Class<?> test) {
        return ShrinkWrap.create(WebArchive.class, test.getSimpleName() + ".war")
                .addClasses(test, InContainer.class, InTheWorld.class)
                .addAsWebInfResource(
                        new StringAsset(
                                """
                                <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.2">
                                  <deployment>
                                    <dependencies>
                                      <module name="deployment.tiers.ear"/>
                                      <module name="deployment.tiers.ear.tiers-ejb.jar"/>
                                      <module name="org.wildfly.security.elytron"/>
                                    </dependencies>
                                  </deployment>
                                </jboss-deployment-structure>
                                """),
                        "jboss-deployment-structure.xml")
                .addAsWebInfResource(
                        new StringAsset("<jboss-web><security-domain>tiers</security-domain></jboss-web>"),
                        "jboss-web.xml")
                // no bean archive: the beans are the EAR's
                .addAsWebInfResource(
                        new StringAsset(
                                "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"none\"/>"),
                        "beans.xml");
    }

    /** A service of the deployed application, by its class. */
    public static <T> T ejb(Class<T> type) throws NamingException {
        var name = "java:global/tiers/tiers-ejb/" + type.getSimpleName() + '!' + type.getName();
        return type.cast(new InitialContext().lookup(name));
    }

    /** Calls as somebody who is in the database. */
    public static <T> T as(String login, String password, Callable<T> action) throws Exception {
        return SecurityDomain.getCurrent()
                .authenticate(login, new PasswordGuessEvidence(password.toCharArray()))
                .runAs(action);
    }

    /** Whether the security domain is the application's own: what {@link #as} stands on. */
    public static boolean knows(String login) throws RealmUnavailableException {
        return SecurityDomain.getCurrent().getIdentity(login).exists();
    }
}
