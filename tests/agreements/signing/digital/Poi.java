import java.util.ArrayList;
import java.util.List;

import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.crypt.dsig.SignatureConfig;
import org.apache.poi.poifs.crypt.dsig.SignatureInfo;
import org.apache.poi.poifs.crypt.dsig.SignaturePart;

/**
 * Asks Apache POI about each file named and prints a line a file: true or false for each of its
 * signatures, or "refused" and why the file cannot be read.
 *
 * Each signature is asked about by itself: SignatureInfo.verifySignature() looks at the first one
 * and at no other. Whether a certificate is to be trusted POI does not ask.
 */
class Poi {
    public static void main(String[] files) {
        for (String file : files) {
            System.out.println(told(file));
        }
    }

    private static String told(String file) {
        try (OPCPackage opened = OPCPackage.open(file, PackageAccess.READ)) {
            List<String> told = new ArrayList<>();
            for (SignaturePart signature : signatures(opened)) {
                told.add(String.valueOf(signature.validate()));
            }
            return String.join(" ", told);
        } catch (Exception cause) {
            return "refused " + cause.getClass().getSimpleName();
        }
    }

    private static Iterable<SignaturePart> signatures(OPCPackage opened) {
        SignatureConfig given = new SignatureConfig();
        given.setOpcPackage(opened);
        SignatureInfo info = new SignatureInfo();
        info.setSignatureConfig(given);
        return info.getSignatureParts();
    }
}
