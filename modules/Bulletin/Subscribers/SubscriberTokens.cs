using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Bulletin.Subscribers;

/// <summary>
/// The links that subscribers get. Confirmation: random, kept only as a digest, short-lived. Unsubscription: made of the subscriber's id and a keyed digest,
/// so that every mail ever sent keeps a link that works and no table holds it.
/// </summary>
internal sealed class SubscriberTokens(IKeyedHash hash)
{
    private const int IdBytes = 16;
    private const int DigestBytes = 16;

    public static TimeSpan ConfirmationLife { get; } = TimeSpan.FromDays(7);

    public static (string Token, string Digest) NewConfirmation()
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (token, DigestOf(token));
    }

    public static string DigestOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public string Unsubscription(Guid subscriber) => Base64Url.EncodeToString([.. subscriber.ToByteArray(), .. Digest(subscriber)]);

    /// <summary>The subscriber of a link, or null if the link was made up.</summary>
    public Guid? SubscriberOf(string token)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + DigestBytes];
        if (token.Length > 64 || !Base64Url.IsValid(token, out var length) || length != bytes.Length)
        {
            return null;
        }

        Base64Url.DecodeFromChars(token, bytes);
        var subscriber = new Guid(bytes[..IdBytes]);
        return CryptographicOperations.FixedTimeEquals(bytes[IdBytes..], Digest(subscriber)) ? subscriber : null;
    }

    private byte[] Digest(Guid subscriber) => Convert.FromHexString(hash.Of("bulletin-unsubscription", subscriber.ToString("N")))[..DigestBytes];
}
