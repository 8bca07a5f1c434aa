using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InclusionPlatform.IntegrationTests.Mail;

/// <summary>A self-signed certificate for localhost, and its public part in a file that a client can be told to trust.</summary>
internal sealed class TestCertificate : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("certificate-").FullName;

    public TestCertificate(string host = "localhost")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        Certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(AuthorityFile, Certificate.ExportCertificatePem());
    }

    public X509Certificate2 Certificate { get; }

    public string AuthorityFile => Path.Combine(_folder, "authority.pem");

    public void Dispose()
    {
        Certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
