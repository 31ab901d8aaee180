package dk.lovproeve;

import dk.lovproeve.shell.LocalWorkbench;
import dk.lovproeve.shell.ShellConfiguration;
import dk.lovproeve.shell.Surroundings;
import dk.lovproeve.shell.Workbench;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Starts lovprøve: one command from the arguments, or the interactive shell. Exit codes: 0 done, 1 our fault or the
 * machine's, 2 the author's, 130 stopped from the keyboard.
 */
public final class Lovproeve {

    /** Kept, since the logging of Java forgets the level of a logger that nobody holds. */
    private static final Logger TERMINAL_LOG = Logger.getLogger("org.jline");

    private Lovproeve() {}

    public static void main(String[] arguments) {
        Surroundings surroundings = Surroundings.ofProcess();
        System.exit(run(arguments, surroundings, new LocalWorkbench(surroundings.home())));
    }

    /** Runs as {@link #main} does, without ending the process. */
    public static int run(String[] arguments, Surroundings surroundings, Workbench workbench) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        TERMINAL_LOG.setLevel(Level.SEVERE);
        SpringApplication application = new SpringApplication(ShellConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        // --debug and --spring.x are not Spring's to read here.
        application.setAddCommandLineProperties(false);
        application.setDefaultProperties(Map.of(
                // Spring would otherwise read an application.properties of the user's folder.
                "spring.config.location", "optional:classpath:/none/",
                "spring.shell.interactive.enabled", "true",
                "spring.shell.noninteractive.enabled", "false",
                "spring.shell.history.enabled", "false",
                "spring.shell.help.enabled", "false",
                "spring.jmx.enabled", "false"));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Surroundings.class, () -> surroundings);
            beans.registerBean(Workbench.class, () -> workbench);
        });
        try (var context = application.run(arguments)) {
            int exitCode = SpringApplication.exit(context);
            // A full disk, or a reader that went away: the results did not get through.
            boolean lost = surroundings.out().checkError();
            return exitCode == 0 && lost ? 1 : exitCode;
        } catch (RuntimeException | Error trouble) {
            trouble.printStackTrace(surroundings.err());
            return 1;
        }
    }
}
