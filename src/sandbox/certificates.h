// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates that the sandbox shows, right and wrong ones. Their key is public, so they prove nothing.
#pragma once

#include <QByteArray>

namespace tilldeck::sandbox {

/// Signs the others. Nobody trusts it who was not told to: its own key was thrown away.
inline const QByteArray authority = "-----BEGIN CERTIFICATE-----\n"
                                    "MIIBmzCCAUGgAwIBAgIUcWbLBlyIKDFr39W34ETrul3XYxcwCgYIKoZIzj0EAwIw\n"
                                    "IjEgMB4GA1UEAwwXVGlsbGRlY2sgdGVzdCBhdXRob3JpdHkwIBcNMjYxMTI5MTMz\n"
                                    "MTQ5WhgPMjEyNjExMDUxMzMxNDlaMCIxIDAeBgNVBAMMF1RpbGxkZWNrIHRlc3Qg\n"
                                    "YXV0aG9yaXR5MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEUsB1587HuaGUnCfF\n"
                                    "SnsquitdbQlCCUuoD/M5BG6qRUkiR1hx7viMQA5L6GYfaGJR5WRKd4b62Vm98Vz1\n"
                                    "II2+VqNTMFEwHQYDVR0OBBYEFKgMqvUB/w9+0JN4r6FQ1+ugOJ3IMB8GA1UdIwQY\n"
                                    "MBaAFKgMqvUB/w9+0JN4r6FQ1+ugOJ3IMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI\n"
                                    "zj0EAwIDSAAwRQIgPiwobLUhi6kt8DBYY9gDWjkVPBIWbzyhLidF79iFY3wCIQDj\n"
                                    "uE9r33QLarHBVLDrRxbNMo9HKTcVwhOgKJCyjzFi8A==\n"
                                    "-----END CERTIFICATE-----\n";
/// localhost and 127.0.0.1, valid until 2126.
inline const QByteArray goodCertificate = "-----BEGIN CERTIFICATE-----\n"
                                          "MIIBhzCCASygAwIBAgICEAEwCgYIKoZIzj0EAwIwIjEgMB4GA1UEAwwXVGlsbGRl\n"
                                          "Y2sgdGVzdCBhdXRob3JpdHkwIBcNMjYwMTAxMDAwMDAwWhgPMjEyNjAxMDEwMDAw\n"
                                          "MDBaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEH\n"
                                          "A0IABAYbDXU5qxzFB5loGfCXW38Y26hjnVognvbejSanhZV89YmAJRg+XxkSiafU\n"
                                          "LfdS3HkBh2oUMgOei1QuTNak/J2jXjBcMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcE\n"
                                          "fwAAATAdBgNVHQ4EFgQU1102r3NZJSS81SjRfoxcBCIzeg8wHwYDVR0jBBgwFoAU\n"
                                          "qAyq9QH/D37Qk3ivoVDX66A4ncgwCgYIKoZIzj0EAwIDSQAwRgIhALQ8Zt46+/zD\n"
                                          "wjiiQqbkInfYJtEP4Lji7dJoPizud9tGAiEA/0ABA/VozwwHsR9qtRskO1o0XP8T\n"
                                          "kP3gAMsXfzD+FJc=\n"
                                          "-----END CERTIFICATE-----\n";
/// The same, valid in 2020.
inline const QByteArray expiredCertificate = "-----BEGIN CERTIFICATE-----\n"
                                             "MIIBhTCCASqgAwIBAgICEAIwCgYIKoZIzj0EAwIwIjEgMB4GA1UEAwwXVGlsbGRl\n"
                                             "Y2sgdGVzdCBhdXRob3JpdHkwHhcNMjAwMTAxMDAwMDAwWhcNMjEwMTAxMDAwMDAw\n"
                                             "WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC\n"
                                             "AAQGGw11OascxQeZaBnwl1t/GNuoY51aIJ723o0mp4WVfPWJgCUYPl8ZEomn1C33\n"
                                             "Utx5AYdqFDIDnotULkzWpPydo14wXDAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8A\n"
                                             "AAEwHQYDVR0OBBYEFNddNq9zWSUkvNUo0X6MXAQiM3oPMB8GA1UdIwQYMBaAFKgM\n"
                                             "qvUB/w9+0JN4r6FQ1+ugOJ3IMAoGCCqGSM49BAMCA0kAMEYCIQDJ92ce33FPlKd0\n"
                                             "4iEQF1tA9IJi6gUGtacaUVCbBBcR7wIhAJe5PLOatyOPEEjtpFwo7wEIsexXd8kq\n"
                                             "mChcr2Nu1GQf\n"
                                             "-----END CERTIFICATE-----\n";
/// elsewhere.example, valid until 2126.
inline const QByteArray elsewhereCertificate = "-----BEGIN CERTIFICATE-----\n"
                                               "MIIBjzCCATagAwIBAgICEAMwCgYIKoZIzj0EAwIwIjEgMB4GA1UEAwwXVGlsbGRl\n"
                                               "Y2sgdGVzdCBhdXRob3JpdHkwIBcNMjYwMTAxMDAwMDAwWhgPMjEyNjAxMDEwMDAw\n"
                                               "MDBaMBwxGjAYBgNVBAMMEWVsc2V3aGVyZS5leGFtcGxlMFkwEwYHKoZIzj0CAQYI\n"
                                               "KoZIzj0DAQcDQgAEBhsNdTmrHMUHmWgZ8JdbfxjbqGOdWiCe9t6NJqeFlXz1iYAl\n"
                                               "GD5fGRKJp9Qt91LceQGHahQyA56LVC5M1qT8naNgMF4wHAYDVR0RBBUwE4IRZWxz\n"
                                               "ZXdoZXJlLmV4YW1wbGUwHQYDVR0OBBYEFNddNq9zWSUkvNUo0X6MXAQiM3oPMB8G\n"
                                               "A1UdIwQYMBaAFKgMqvUB/w9+0JN4r6FQ1+ugOJ3IMAoGCCqGSM49BAMCA0cAMEQC\n"
                                               "IHsg4XxawcXJmCeAvgV0094ApeGSgycvoHh6WRD9hikoAiAvDMlOPPHX4oOmQ0HV\n"
                                               "Tjz2Z+wyYwvNDP8XgqB9f/Exiw==\n"
                                               "-----END CERTIFICATE-----\n";
/// localhost and 127.0.0.1, signed by itself.
inline const QByteArray selfSignedCertificate = "-----BEGIN CERTIFICATE-----\n"
                                                "MIIBmjCCAUGgAwIBAgIUWeCA9r27uM4HARhBCqOcWWOJF5QwCgYIKoZIzj0EAwIw\n"
                                                "FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyOTEzNDAwMFoYDzIxMjYxMTA1\n"
                                                "MTM0MDAwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO\n"
                                                "PQMBBwNCAAQGGw11OascxQeZaBnwl1t/GNuoY51aIJ723o0mp4WVfPWJgCUYPl8Z\n"
                                                "Eomn1C33Utx5AYdqFDIDnotULkzWpPydo28wbTAdBgNVHQ4EFgQU1102r3NZJSS8\n"
                                                "1SjRfoxcBCIzeg8wHwYDVR0jBBgwFoAU1102r3NZJSS81SjRfoxcBCIzeg8wDwYD\n"
                                                "VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI\n"
                                                "zj0EAwIDRwAwRAIge5X721n0csvFSpDSYABbSjvuRP1NwGNXGiaNy3AuD04CIDzS\n"
                                                "P4XPSBHSo5wD7UZZblWMK5cP7tFXaomkOpHAFws6\n"
                                                "-----END CERTIFICATE-----\n";
/// Of the certificates that servers show.
inline const QByteArray privateKey = "-----BEGIN EC PRIVATE KEY-----\n"
                                     "MHcCAQEEIGI0P8CCgMaU+CKLg0yJ9pZ8deWQ6LBGC8dZLREYvP+/oAoGCCqGSM49\n"
                                     "AwEHoUQDQgAEBhsNdTmrHMUHmWgZ8JdbfxjbqGOdWiCe9t6NJqeFlXz1iYAlGD5f\n"
                                     "GRKJp9Qt91LceQGHahQyA56LVC5M1qT8nQ==\n"
                                     "-----END EC PRIVATE KEY-----\n";

} // namespace tilldeck::sandbox
